import { notFound } from 'next/navigation'

/** Addresses that no page answers: the workspace's own not-found page, navigation and all. */
export default function NoSuchPage(): never {
  notFound()
}

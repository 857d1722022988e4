import { redirect } from 'next/navigation'

interface Props {
  params: Promise<{ workspace: string }>
}

/** The settings open with what most people come for. */
export default async function SettingsPage({ params }: Props): Promise<never> {
  const { workspace } = await params
  redirect(`/${workspace}/settings/phases`)
}

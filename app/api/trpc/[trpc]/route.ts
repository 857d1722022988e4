import { answerTrpc } from '@/server/trpc/door'

export { answerTrpc as GET, answerTrpc as POST }

import { answerHealth } from '@/server/http/health'

export const dynamic = 'force-dynamic'
export { answerHealth as GET }

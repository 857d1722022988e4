export { answerBrief as GET } from '@/server/http/brief-door'

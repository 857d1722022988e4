export { answerReport as GET } from '@/server/http/import-door'

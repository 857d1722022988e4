export { answerExport as GET } from '@/server/http/export-door'

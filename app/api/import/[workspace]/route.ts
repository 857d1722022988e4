export { answerUpload as POST } from '@/server/http/import-door'

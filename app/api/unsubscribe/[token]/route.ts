export { answerUnsubscribe as POST, showUnsubscribe as GET } from '@/server/http/unsubscribe-door'

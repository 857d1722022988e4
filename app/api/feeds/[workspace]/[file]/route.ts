export { answerFeed as GET } from '@/server/http/feed-door'

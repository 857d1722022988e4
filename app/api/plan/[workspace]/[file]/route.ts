export { answerPlan as GET } from '@/server/http/plan-door'

export { register } from '@/lib/config/boot'

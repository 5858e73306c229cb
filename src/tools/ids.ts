import { v7 } from 'uuid'
import type { Clock, NewId } from '../ports/identity.ts'

export const newId: NewId = (prefix) => prefix + v7().replaceAll('-', '')

export const clock: Clock = () => new Date().toISOString()

import type { Message } from '../../message';
import type { Cause } from '../forecast';

/** Why Hugo builds no site at all. */
export interface Failure {
  readonly cause: Cause;
  readonly reason: Message;
}

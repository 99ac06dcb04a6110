import type { Principal } from '#libs/identity/principal.js';

/** Who sent this request, from where, and under which number it is traced. */
export interface Caller {
  principal: Principal;
  sessionId: string | null;
  ip: string | null;
  /** 32 hexadecimal digits, the trace id of W3C Trace Context. */
  correlationId: string;
  traceparent: string | null;
  locale: 'zh' | 'en';
}

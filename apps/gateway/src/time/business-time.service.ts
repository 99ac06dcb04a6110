import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Command } from '#libs/contracts/define.js';
import { fail } from '#libs/contracts/errors.js';
import {
  advanceAgentsTime,
  advanceApprovalsTime,
  advanceNotifyTime,
  advanceProjectsTime,
} from '#libs/contracts/time.js';
import { PLATFORM } from '#libs/identity/principal.js';
import { Bus } from '#libs/messaging/bus.js';
import type { Outcome } from '#libs/messaging/bus.js';
import { environment } from '../config.js';
import type { Caller } from '../routes/caller.js';
import { transact } from '../sessions/transact.js';
import { BusinessClockRow } from './business-clock.entity.js';

const CLOCK_ID = '00000000-0000-4000-8000-000000000001';
const ADVANCES: Command[] = [advanceApprovalsTime, advanceAgentsTime, advanceProjectsTime, advanceNotifyTime];
const TICK_MS = 60_000;

/** Business time: real time in production, real time plus a forward-only offset elsewhere. */
@Injectable()
export class BusinessTimeService implements OnModuleInit {
  private readonly log = new Logger('business time');
  private offsetSeconds = 0;

  constructor(
    private readonly source: DataSource,
    private readonly bus: Bus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.read();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetSeconds * 1_000);
  }

  view() {
    return { now: this.now().toISOString(), mode: environment.MODE, offsetSeconds: this.offsetSeconds };
  }

  /** Every minute: services fire what has come due; other gateways' advances are noticed. */
  startTicking(): NodeJS.Timeout {
    const missed = (error: unknown): void => this.log.warn(`a tick was missed: ${String(error)}`);
    return setInterval(() => void this.tick().catch(missed), TICK_MS);
  }

  /** Answers when every service has fired what came due on the way. */
  async advance(to: Date, caller: Caller) {
    if (environment.MODE === 'production') throw fail('time_is_real');
    await transact(this.source, { operation: 'gateway.advance-time', ...caller }, async (context) => {
      const clock =
        (await context.lock(BusinessClockRow, { id: CLOCK_ID })) ??
        context.add(BusinessClockRow, { id: CLOCK_ID, offsetSeconds: 0, target: null });
      // A repeat after a service was away: the clock is there already, and whoever did not hear of it is told again.
      if (clock.target?.getTime() === to.getTime()) return;
      const now = new Date(Date.now() + clock.offsetSeconds * 1_000);
      if (to <= now) throw fail('time_only_forward', { now: now.toISOString() });
      clock.offsetSeconds = Math.ceil((to.getTime() - Date.now()) / 1_000);
      clock.target = to;
    });
    await this.read();
    return { ...this.view(), fired: await this.tellAll(caller.correlationId) };
  }

  private async read(): Promise<void> {
    const clock = await this.source.manager.findOneBy(BusinessClockRow, { id: CLOCK_ID });
    this.offsetSeconds = environment.MODE === 'production' ? 0 : (clock?.offsetSeconds ?? 0);
  }

  private async tick(): Promise<void> {
    await this.read();
    const minute = Math.floor(Date.now() / TICK_MS);
    const input = {
      clock: 'business',
      to: this.now()
        .toISOString()
        .replace(/:\d\d\.\d+Z$/, ':00.000Z'),
    };
    const request = {
      principal: PLATFORM,
      businessTime: this.now(),
      correlationId: `tick-${minute}`,
      idempotencyKey: `tick-${minute}`,
    };
    await Promise.all(ADVANCES.map((contract) => this.bus.command(contract, input, request)));
  }

  private async tellAll(correlationId: string): Promise<Record<string, number>> {
    const businessTime = this.now();
    const input = { clock: 'business', to: businessTime.toISOString() };
    const fired: Record<string, number> = {};
    // In this order: what approvals fires may be due for a message the same day.
    for (const contract of ADVANCES) {
      const outcome = await this.bus.command(contract, input, { principal: PLATFORM, businessTime, correlationId });
      fired[contract.service] = firedOf(outcome);
    }
    return fired;
  }
}

function firedOf(outcome: Outcome): number {
  if (outcome.state !== 'answered' || outcome.answer.status !== 'done') throw fail('service_unavailable');
  return (outcome.answer.output as { fired: number }).fired;
}

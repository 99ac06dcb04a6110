import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import { factName } from '#libs/contracts/define.js';
import type { Command, Fact, FactType, Input, Operation, Query, RawOutput, Stream } from '#libs/contracts/define.js';
import type { QueryContext, WorkContext } from './context.js';
import type { Projection } from './projections.js';

type Context<C extends Operation> = C extends Command ? WorkContext : C extends Query ? QueryContext : never;
type Handler<C extends Operation> = (input: Input<C>, context: Context<C>) => Promise<RawOutput<C>>;

/** Nest hands over only what a parameter decorator asks for: input or fact first, context second. */
function takeBoth(target: object, key: string | symbol): void {
  Payload()(target, key, 0);
  Ctx()(target, key, 1);
}

/** Binds a controller's method to a contract: its input is validated, its transaction is open, its output is checked. */
export function Handle<C extends Operation>(contract: C) {
  return <H extends Handler<C>>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<H>): void => {
    takeBoth(target, key);
    MessagePattern(contract.name, { contract })(target, key, descriptor as PropertyDescriptor);
  };
}

type Follower<F> = (fact: F, context: WorkContext) => Promise<void>;

/**
 * Binds a method to a fact of another aggregate; the method's effect and the inbox row are one transaction. A method of a
 * projection is told the same facts again when it is rebuilt: it writes that projection's tables only and publishes nothing.
 */
export function OnFact<S extends Stream, T extends FactType<S>>(stream: S, type: T, projection?: Projection) {
  return <H extends Follower<Fact<S, T>>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    takeBoth(target, key);
    EventPattern(factName(stream.topic, type), { projection })(target, key, descriptor as PropertyDescriptor);
  };
}

/** Binds a method to every fact of these streams. */
export function OnEveryFact(...streams: Stream[]) {
  return <H extends Follower<Fact>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    const names = streams.flatMap(({ topic, types }) => Object.keys(types).map((type) => factName(topic, type)));
    takeBoth(target, key);
    EventPattern(names)(target, key, descriptor as PropertyDescriptor);
  };
}

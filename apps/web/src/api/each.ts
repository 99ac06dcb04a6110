import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Refused, newKey } from '#libs/client/client.js';
import type { Callable } from '#libs/client/client.js';
import type { Command, Output, RawInput } from '#libs/contracts/define.js';
import { client } from './client.js';

/** How one row fared: done with its answer, or not with its reason. */
export type Outcome<C extends Command> = { done: true; answer: Output<C> } | { done: false; error: unknown };

interface Each<C extends Command> {
  /** By the row's id; a row without one still waits. */
  outcomes: ReadonlyMap<string, Outcome<C>>;
  running: boolean;
  /** One after the other, those that are done already left out; a row whose fate is unknown goes again under its key. */
  run: (inputs: ReadonlyMap<string, RawInput<C>>) => Promise<void>;
}

/** The same command for many rows, each with its own result. */
export function useEach<C extends Command>(command: Callable<C>): Each<C> {
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<C>>>(new Map());
  const [running, setRunning] = useState(false);

  const one = async (input: RawInput<C>): Promise<Outcome<C>> => {
    const what = JSON.stringify(input);
    const key = keys.current.get(what) ?? newKey();
    keys.current.set(what, key);
    try {
      return { done: true, answer: await client.call(command, input, { idempotencyKey: key }) };
    } catch (error) {
      // A refusal is stored under its key: trying again needs another.
      if (error instanceof Refused) keys.current.delete(what);
      return { done: false, error };
    }
  };
  const run = async (inputs: ReadonlyMap<string, RawInput<C>>) => {
    setRunning(true);
    const todo = [...inputs].filter(([id]) => !outcomes.get(id)?.done);
    setOutcomes((before) => new Map([...before].filter(([, { done }]) => done)));
    for (const [id, input] of todo) {
      const outcome = await one(input);
      setOutcomes((before) => new Map(before).set(id, outcome));
    }
    setRunning(false);
    await queries.invalidateQueries();
  };
  return { outcomes, running, run };
}

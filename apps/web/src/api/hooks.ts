import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { Refused, newKey } from '#libs/client/client.js';
import type { Asked, Callable } from '#libs/client/client.js';
import type { Command, Output, Query, RawInput } from '#libs/contracts/define.js';
import { client } from './client.js';

type Problem = Error;

/** The answer to a query, kept while the next one comes; `null` asks nothing yet. */
export function useAsk<C extends Query>(
  query: Callable<C>,
  input: RawInput<C> | null,
): UseQueryResult<Output<C>, Problem> {
  return useQuery<Output<C>, Problem>({
    queryKey: [query.name, input],
    queryFn: () => client.call(query, input as RawInput<C>),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
}

export interface Act<C extends Command> {
  input: RawInput<C>;
  /** The version that was seen, where the contract asks for `If-Match`. */
  version?: number;
}

/**
 * A command. Until a definite answer has come, the same input goes out under the same key, so that pressing again after
 * a broken connection does nothing twice; after any success everything on the page is asked anew.
 */
export function useDo<C extends Command>(command: Callable<C>): UseMutationResult<Output<C>, Problem, Act<C>> {
  const queries = useQueryClient();
  const open = useRef<{ what: string; key: string } | null>(null);
  return useMutation<Output<C>, Problem, Act<C>>({
    mutationFn: ({ input, version }) => {
      const what = JSON.stringify([input, version]);
      if (open.current?.what !== what) open.current = { what, key: newKey() };
      const asked: Asked = { idempotencyKey: open.current.key, ...(version === undefined ? {} : { version }) };
      return client.call(command, input, asked);
    },
    onSuccess: () => {
      open.current = null;
      void queries.invalidateQueries();
    },
    onError: (error) => {
      if (error instanceof Refused) open.current = null;
    },
  });
}

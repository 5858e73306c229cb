import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react'
import { words } from '../words/words.ts'

type PropsOf<C> = C extends ComponentType<infer P> ? P : never

/** A component whose code is read when it is first shown, within a `Suspense` or what is below. */
export function later<N extends string, M extends Record<N, ComponentType<never>>>(
  read: () => Promise<M>,
  name: N,
): LazyExoticComponent<ComponentType<PropsOf<M[N]>>> {
  // The compiler does not see that a component takes the props that it takes.
  return lazy(async () => ({ default: (await read())[name] as ComponentType<PropsOf<M[N]>> }))
}

/** Says that something is being read until its code is there. */
export const Awaited = ({ children }: { children: ReactNode }) => (
  <Suspense
    fallback={
      <p className="soft" aria-busy="true">
        {words.shell.reading}
      </p>
    }
  >
    {children}
  </Suspense>
)

/** Something to clean up. */
export class Disposable {
  constructor(private readonly clean: () => unknown) {}

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      all.forEach((one) => one.dispose());
    });
  }

  dispose(): void {
    this.clean();
  }
}

let listening = 0;

/** How many listeners there are, of all events together. */
export function listenerCount(): number {
  return listening;
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => unknown>();

  readonly event = (listener: (event: T) => unknown): Disposable => {
    this.#listeners.add(listener);
    listening++;
    return new Disposable(() => {
      listening -= this.#listeners.delete(listener) ? 1 : 0;
    });
  };

  fire(event: T): void {
    [...this.#listeners].forEach((listener) => listener(event));
  }

  dispose(): void {
    listening -= this.#listeners.size;
    this.#listeners.clear();
  }
}

export class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>();
  #isCancelled = false;
  readonly token: { readonly isCancellationRequested: boolean; readonly onCancellationRequested: unknown };

  constructor() {
    const isCancelled = () => this.#isCancelled;
    this.token = {
      get isCancellationRequested() {
        return isCancelled();
      },
      onCancellationRequested: this.#cancelled.event,
    };
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#cancelled.fire();
  }

  dispose(): void {
    this.#cancelled.dispose();
  }
}

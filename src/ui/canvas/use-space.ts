import { type KeyboardEvent, useCallback, useRef, useState } from "react";

/** The space bar on the canvas: held, it lets the pointer pan; let go unused, it acts. */
export interface Space {
  readonly isHeld: boolean;
  /** Takes the key when it is the space bar alone. */
  press(event: KeyboardEvent): boolean;
  /** The picture was moved, so letting go does nothing more. */
  use(): void;
}

/** Follows the space bar from where it is pressed until it is let go anywhere. */
export function useSpace(act: () => void): Space {
  const [isHeld, setHeld] = useState(false);
  const state = useRef({ isUsed: false, isDown: false, act });
  state.current.act = act;
  const press = useCallback((event: KeyboardEvent): boolean => {
    const { ctrlKey, metaKey, altKey, shiftKey } = event;
    if (event.key !== " " || ctrlKey || metaKey || altKey || shiftKey) return false;
    const { current } = state;
    if (current.isDown) return true;
    current.isDown = true;
    current.isUsed = false;
    setHeld(true);
    const end = (): void => {
      removeEventListener("keyup", letGo, { capture: true });
      removeEventListener("blur", end);
      current.isDown = false;
      setHeld(false);
    };
    const letGo = ({ key }: globalThis.KeyboardEvent): void => {
      if (key !== " ") return;
      end();
      if (!current.isUsed) current.act();
    };
    addEventListener("keyup", letGo, { capture: true });
    addEventListener("blur", end);
    return true;
  }, []);
  const use = useCallback((): void => {
    state.current.isUsed = true;
  }, []);
  return { isHeld, press, use };
}

import type { ReactNode } from "react";
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from "react-aria-components";

/** A button that is only an icon: its name is spoken, and shown with its key when hovered or focused. */
export function IconButton({
  name,
  keys,
  small,
  isDisabled,
  isPressed,
  onPress,
  onKeyDown,
  children,
}: {
  readonly name: string;
  readonly keys?: string;
  readonly small?: boolean;
  readonly isDisabled?: boolean;
  /** Given for what can be on or off. */
  readonly isPressed?: boolean;
  onPress(): void;
  readonly onKeyDown?: ButtonProps["onKeyDown"];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <TooltipTrigger delay={600}>
      <Button
        className="icon-button"
        aria-label={name}
        isDisabled={isDisabled === true}
        {...(isPressed !== undefined && { "aria-pressed": isPressed })}
        data-small={small || undefined}
        onPress={onPress}
        {...(onKeyDown && { onKeyDown })}
      >
        {children}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {name}
        {keys !== undefined && <span className="keys">{keys}</span>}
      </Tooltip>
    </TooltipTrigger>
  );
}

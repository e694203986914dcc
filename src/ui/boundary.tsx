import { Component, type ReactNode } from "react";
import { copyText, downloadFile } from "../browser/files.ts";
import { currentStem } from "./commands.ts";
import { currentText } from "./store.ts";

interface BoundaryProps {
  /** The part that may fail, as the subject of a sentence. */
  readonly what: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failure: Error | undefined;
}

/** Keeps a failure inside the part of the frame where it happened; the text can always be saved. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined };

  static getDerivedStateFromError(failure: Error): BoundaryState {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return (
      <div className="failure" role="alert">
        <p>
          <strong>{this.props.what} could not be drawn.</strong> Your diagram is safe.
        </p>
        <div className="actions">
          <button
            type="button"
            className="button"
            data-kind="outline"
            onClick={() => this.setState({ failure: undefined })}
          >
            Try again
          </button>
          <button
            type="button"
            className="button"
            data-kind="outline"
            onClick={() => downloadFile(`${currentStem()}.ncd`, currentText(), "text/plain")}
          >
            Download the .ncd
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void copyText(`${failure.message}\n${failure.stack ?? ""}`)}
          >
            Copy details
          </button>
        </div>
      </div>
    );
  }
}

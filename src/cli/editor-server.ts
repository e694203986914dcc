import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { answerFileRequest, type ServedFile } from "./file-api.ts";
import { Refusal } from "./refusal.ts";
import { serveFolder } from "./static-server.ts";

const FIRST_PORT = 4517;
const PORTS = 200;

/** The editor being served on the loopback address. */
export interface EditorServer {
  /** With the token in the fragment, which browsers keep to themselves. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built editor in `folder`, with one file or a preset or neither, on a free port. */
export async function serveEditor(
  folder: string,
  file: ServedFile | undefined,
  preset?: string,
): Promise<EditorServer> {
  const token = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    const work = isFromHere(request)
      ? isFileRequest(request)
        ? answerFileRequest(file, token, request, response)
        : serveFolder(folder, request, response)
      : Promise.resolve(void response.writeHead(403).end());
    work.catch(() => response.destroy());
  });
  const port = await listen(server, FIRST_PORT);
  const query = preset === undefined ? "" : `?preset=${preset}`;
  return {
    address: `http://127.0.0.1:${port}/${file === undefined ? query : `?file#token=${token}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isFileRequest(request: IncomingMessage): boolean {
  return request.url?.split("?")[0] === "/api/file";
}

// Another site's page can send requests here, also under a name of its own that it lets point here.
function isFromHere(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  const goodOrigin = origin === undefined || hosts.some((name) => origin === `http://${name}`);
  return host !== undefined && hosts.includes(host) && goodOrigin;
}

async function listen(server: Server, port: number): Promise<number> {
  if (port >= FIRST_PORT + PORTS) {
    throw new Refusal(`No port from ${FIRST_PORT} to ${port - 1} is free.`);
  }
  const free = await new Promise<boolean>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  server.removeAllListeners("error");
  return free ? port : listen(server, port + 1);
}

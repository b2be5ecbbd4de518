export interface DatabaseConnection {
  settings: { host: string; port: number; database: string; user: string; ssl: 'disable' };
  credentials: { password: string };
}

/** How a source or destination of the product reaches a database of the tests. */
export function connectionTo(url: string): DatabaseConnection {
  const { hostname, port, pathname, username, password } = new URL(url);
  return {
    settings: { host: hostname, port: Number(port), database: pathname.slice(1), user: username, ssl: 'disable' },
    credentials: { password: decodeURIComponent(password) },
  };
}

// The health check of a service's container: succeeds when the service on PORT says that it is ready.
try {
  const response = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`, {
    signal: AbortSignal.timeout(4_000),
  });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}

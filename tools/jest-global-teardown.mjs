export default async function tearDown() {
  await Promise.all([
    globalThis.postgresOfThisRun?.then((postgres) => postgres.stop()),
    globalThis.kafkaOfThisRun?.stop(),
  ]);
}

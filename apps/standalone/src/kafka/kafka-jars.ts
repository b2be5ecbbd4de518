import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const KAFKA_VERSION = '4.4.0';
const LOG4J_VERSION = '2.24.3';

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>io.imprimatur</groupId><artifactId>kafka</artifactId><version>1</version><dependencies>
<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${KAFKA_VERSION}</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>${LOG4J_VERSION}</version></dependency>
</dependencies></project>
`;

/** What is missing to run Apache Kafka on this machine, as a sentence for people; null when nothing is. */
export async function whyNoKafka(): Promise<string | null> {
  const java = await majorJava();
  if (java === null || java < 17) {
    return `Apache Kafka ${KAFKA_VERSION} needs Java 17 or newer, and ${java === null ? 'no Java' : `Java ${java}`} was found. Install it, or set KAFKA_BROKERS to brokers that run already.`;
  }
  if (existsSync(jarsFolder())) return null;
  return await run('mvn', ['-v']).then(
    () => null,
    () =>
      `Apache Kafka ${KAFKA_VERSION} is fetched with Maven (mvn), which was not found. Install it, or set KAFKA_BROKERS to brokers that run already.`,
  );
}

async function majorJava(): Promise<number | null> {
  const output = await run('java', ['-version']).catch(() => null);
  const found = /version "(\d+)/.exec(output?.stderr ?? '');
  return found === null ? null : Number(found[1]);
}

/** The folder with the broker's jars; fetched from Maven Central the first time, outside the checkout, for every checkout. */
export async function kafkaJars(): Promise<string> {
  const jars = jarsFolder();
  if (existsSync(jars)) return jars;
  const missing = await whyNoKafka();
  if (missing !== null) throw new Error(missing);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'fetching-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom);
    const goal = 'dependency:copy-dependencies';
    await run('mvn', ['-q', '-B', goal, `-DoutputDirectory=${work}/jars`, '-DincludeScope=runtime'], { cwd: work });
    // Another run may have been first: then theirs is as good.
    await rename(join(work, 'jars'), jars).catch((error: unknown) => {
      if (!existsSync(jars)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return jars;
}

const cacheFolder = (): string => join(homedir(), '.cache', 'imprimatur');
const jarsFolder = (): string => join(cacheFolder(), `kafka-${KAFKA_VERSION}-jars`);

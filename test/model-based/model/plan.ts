import type { Governed } from './governed.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: object;
  ifMatch?: string;
}

export interface Answer {
  status: number;
  // What a body holds is what the test finds out.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** One command as it would be given now, and what the rule book says about it. */
export interface Plan {
  /** As people would say it. */
  says: string;
  by: string;
  request: HttpRequest;
  /** The codes it may be refused with; none: it is accepted. */
  refusals: string[];
  /** Codes it may be refused with as well where it is accepted otherwise: it depends on what a service has heard of. */
  orRefused?: string[];
  /** What the answer to it must tell beside that, else why not. */
  wrongAnswer?: (answer: Answer) => string | null;
  /** What is different once it was accepted, or, where a refusal leaves traces, refused. */
  accepted: (answer: Answer) => void;
  refused?: (answer: Answer) => void;
}

/** What a command is given as, in the state that it meets; null: there is nothing it could be about. */
export type Planner<Choice> = (governed: Governed, choice: Choice) => Plan | null;

/** Whichever of them the number stands for. */
export const pick = <T>(all: readonly T[], number: number): T | undefined => all[number % Math.max(1, all.length)];

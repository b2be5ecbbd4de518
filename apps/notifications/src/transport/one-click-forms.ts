import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const FORM = 'multipart/form-data';
const LONGEST_FORM = 4_096;

/**
 * Mail programs that unsubscribe with one click send a multipart form, which RFC 8058 prefers to the other kind. What is in it says
 * nothing that the link does not, so it is read and dropped.
 */
@Injectable()
export class OneClickForms implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // The bus side of the application initialises the same module once more.
    if (fastify.hasContentTypeParser(FORM)) return;
    fastify.addContentTypeParser(FORM, { parseAs: 'buffer', bodyLimit: LONGEST_FORM }, (_request, _body, done) =>
      done(null, null),
    );
  }
}

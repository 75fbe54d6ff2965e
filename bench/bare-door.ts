/** The floor: node:http, an HMAC and JSON.parse, nothing kept and nothing posted. */
import { createHmac } from 'node:crypto';
import http from 'node:http';
import { SECRET_BYTES } from './voice.js';

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    createHmac('sha256', SECRET_BYTES).update(body).digest();
    JSON.parse(body.toString());
    response.writeHead(202).end('{}');
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(JSON.stringify({ port: typeof address === 'object' && address ? address.port : 0 }));
});

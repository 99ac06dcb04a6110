import { Injectable } from '@nestjs/common';
import { Client } from '#libs/client/client.js';
import { Sentence } from '../platform/sentence.js';

/** The gateway as an administrator, signed in when the first request needs it: by token, or by name and password. */
@Injectable()
export class Session {
  private signedIn: Promise<Client> | undefined;

  client(): Promise<Client> {
    return (this.signedIn ??= this.signIn());
  }

  private async signIn(): Promise<Client> {
    const { BANGDAIBAN_URL: url = 'http://localhost:3000', BANGDAIBAN_TOKEN: token } = process.env;
    if (token) return new Client(url).withToken(token);
    const { BANGDAIBAN_USER: user, BANGDAIBAN_PASSWORD: password } = process.env;
    if (user && password) return await Client.signIn(url, user, password);
    throw new Sentence(
      '请在环境变量中给出管理员:BANGDAIBAN_USER 和 BANGDAIBAN_PASSWORD,或 BANGDAIBAN_TOKEN。',
      'Name the administrator in the environment: BANGDAIBAN_USER and BANGDAIBAN_PASSWORD, or BANGDAIBAN_TOKEN.',
    );
  }
}

import { texts } from './texts.js';

/** The pages without the workbench: sign-in, public progress, responsibility lists, kiosk. */
export const light = texts({
  product: ['帮代办通', 'Bangdaiban'],
  motto: ['重大重点项目“0+N”帮代办', 'From project approval to completion, without running from office to office'],
  signIn: ['登录', 'Sign in'],
  signingIn: ['正在登录…', 'Signing in…'],
  username: ['账号', 'User name'],
  password: ['密码', 'Password'],
  lists: ['公开权责清单', 'Public responsibility lists'],
  kiosk: ['自助终端', 'Kiosk'],
  language: ['English', '中文'],
  unreachable: ['连不上平台,请检查网络后再试。', 'The platform cannot be reached: check the network and try again.'],
});

/** Whether a host name is this machine speaking to itself: 127.0.0.0/8 (RFC 1122), ::1 (RFC 4291), localhost. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

import type { Pdu } from 'smpp';
import { centreId, idForms, readReceipt } from './receipts.js';

const pdu = (fields: Partial<Pdu>): Pdu => ({ esm_class: 0x04, ...fields }) as Pdu;
const text = (message: string): Pick<Pdu, 'short_message'> => ({ short_message: { message } });

describe('the id of a receipt', () => {
  it('is stored without leading zeros and in upper case', () => {
    expect(centreId('0000003b9aca01')).toBe('3B9ACA01');
    expect(centreId('0')).toBe('0');
  });

  it.each(['1000000001', '3B9ACA01', '3b9aca01', '00000000001000000001', '0000003B9ACA01'])(
    'finds the submit that was answered 1000000001 from %s',
    (written) => expect(idForms(written)).toContain(centreId('1000000001')),
  );

  it('finds a submit that was answered in hexadecimal from a decimal receipt', () => {
    expect(idForms('1000000001')).toContain(centreId('3b9aca01'));
  });

  it('tries the id as it is written first', () => {
    expect(idForms('00123')[0]).toBe('123');
  });

  it('leaves an id alone that is no number', () => {
    expect(idForms('8f4c-77')).toEqual(['8F4C-77']);
  });
});

describe('a deliver_sm', () => {
  it('is read from the customary text', () => {
    const message = 'id:0042 sub:001 dlvrd:001 submit date:2611230900 done date:2611230901 stat:DELIVRD err:000 text:';
    expect(readReceipt(pdu(text(message)))).toEqual({ id: '0042', stat: 'DELIVRD' });
  });

  it('is read from its parameters when the text says nothing', () => {
    expect(readReceipt(pdu({ receipted_message_id: '42', message_state: 5 }))).toEqual({ id: '42', stat: 'UNDELIV' });
  });

  it('is no receipt when it is a text from a phone, or names no id or no state', () => {
    expect(readReceipt(pdu({ esm_class: 0, ...text('id:1 stat:DELIVRD') }))).toBeNull();
    expect(readReceipt(pdu(text('stat:DELIVRD')))).toBeNull();
    expect(readReceipt(pdu(text('id:1 stat:WHATEVER')))).toBeNull();
  });
});

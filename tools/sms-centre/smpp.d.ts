// The package carries no types; these are the parts of it that are used here.
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  interface ShortMessage {
    /** Text where data_coding names a known alphabet, else the bytes. */
    message: string | Buffer;
    /** The information elements of the user data header. */
    udh?: Buffer[];
  }

  interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    system_id?: string;
    password?: string;
    message_id?: string;
    source_addr?: string;
    destination_addr?: string;
    esm_class?: number;
    data_coding?: number;
    registered_delivery?: number;
    short_message?: ShortMessage;
    message_payload?: ShortMessage;
    sar_msg_ref_num?: number;
    sar_total_segments?: number;
    sar_segment_seqnum?: number;
    receipted_message_id?: string;
    message_state?: number;
    response(options?: Record<string, unknown>): Pdu;
  }

  type Send = (options: Record<string, unknown>, onResponse?: (response: Pdu) => void) => boolean;

  interface Session extends EventEmitter {
    bind_transceiver: Send;
    submit_sm: Send;
    deliver_sm: Send;
    enquire_link: Send;
    unbind: Send;
    send(pdu: Pdu): boolean;
    close(onClosed?: () => void): void;
    destroy(onClosed?: () => void): void;
  }

  function createServer(onSession: (session: Session) => void): Server;
  function connect(options: { host: string; port: number }, onConnect?: () => void): Session;
}

import type { JsonObject } from '../json.ts';

/** The nouns of Discord as they go over the wire; fields that nothing here reads are left to `JsonObject`. */

export interface User {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: string | null;
  readonly bot: boolean;
}

export interface Member extends JsonObject {
  readonly user: User;
}

export interface Channel extends JsonObject {
  readonly id: string;
  /** 0 for a text channel of a guild, 1 for direct messages. */
  readonly type: number;
  readonly guild_id?: string;
  readonly name?: string;
  readonly recipients?: readonly User[];
  last_message_id: string | null;
}

export interface Guild extends JsonObject {
  readonly id: string;
  readonly name: string;
  readonly channels: Channel[];
  readonly threads: Channel[];
  readonly members: Member[];
  member_count: number;
}

export interface Embed extends JsonObject {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string; readonly url?: string };
}

export interface Component extends JsonObject {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly url?: string;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

export interface MessageReference {
  readonly message_id: string;
  readonly fail_if_not_exists?: boolean;
}

export interface AllowedMentions {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly replied_user?: boolean;
}

/** What a bot sends to make or change a message. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly Component[] | null;
  readonly flags?: number | null;
  readonly tts?: boolean;
  readonly nonce?: string | number;
  readonly enforce_nonce?: boolean;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly message_reference?: MessageReference | null;
}

/** Who a message pings, which is not who its text names. */
export interface Pings {
  mentions: readonly User[];
  mention_everyone: boolean;
  mention_roles: readonly string[];
}

export interface Message extends Pings {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  readonly attachments: readonly never[];
  flags: number;
  /** 0, 19 for a reply, 20 for the answer to a slash command. */
  readonly type: number;
  readonly timestamp: string;
  edited_timestamp: string | null;
  readonly tts: boolean;
  readonly pinned: boolean;
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly interaction_metadata?: JsonObject;
  readonly message_reference?: JsonObject & { readonly message_id: string };
  readonly referenced_message?: Message | null;
}

export interface CommandOption extends JsonObject {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly options?: readonly CommandOption[];
}

export interface Command extends JsonObject {
  readonly id: string;
  readonly name: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly options?: readonly CommandOption[];
}

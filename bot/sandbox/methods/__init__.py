"""The Bot API methods the town answers, each by its own name, in one table."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.methods import commands, messages, places, profile, webhook
from bot.sandbox.terms import Json
from bot.sandbox.world import World

Method = Callable[[World, Json], Any]

METHODS: Mapping[str, Method] = {
    "answerCallbackQuery": messages.answer_callback_query,
    "close": profile.close,
    "copyMessage": messages.copy_message,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "deleteMyCommands": commands.delete_my_commands,
    "deleteWebhook": webhook.delete_webhook,
    "editMessageCaption": messages.edit_message_caption,
    "editMessageReplyMarkup": messages.edit_message_reply_markup,
    "editMessageText": messages.edit_message_text,
    "getChat": places.get_chat,
    "getChatMember": places.get_chat_member,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getFile": places.get_file,
    "getMe": profile.get_me,
    "getMyCommands": commands.get_my_commands,
    "getMyDescription": profile.get_my_description,
    "getMyName": profile.get_my_name,
    "getMyShortDescription": profile.get_my_short_description,
    "getWebhookInfo": webhook.get_webhook_info,
    "leaveChat": places.leave_chat,
    "logOut": profile.log_out,
    "sendChatAction": places.send_chat_action,
    "sendDocument": messages.send_document,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "setChatMenuButton": profile.set_chat_menu_button,
    "setMyCommands": commands.set_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyName": profile.set_my_name,
    "setMyShortDescription": profile.set_my_short_description,
    "setWebhook": webhook.set_webhook,
}

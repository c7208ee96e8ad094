/** Emoji, faces and laughter: the same in every language. Scale -4 .. 4. */
export const EMOJI_LEXICON: readonly (readonly [weight: number, emoji: string])[] = [
  [2.6, '😍 🥰 😻 🤩 ❤ 💕 💖 💗 💓 💞 💘 💝 🎉 🥳 💯 🏆 😘 🫶 💙 💚 💛 💜 🧡 🩷 🤍 🖤 ♥ ♡'],
  [2, '😀 😃 😄 😁 😊 ☺ 😋 😆 🤗 👏 🙌 ✨ 👍 🥹 😽 😸 😺 🌟 ⭐ 🎊 😇 🔥 👌 💪 🤤 😎 🌸 🌈'],
  [1, '😂 🤣 🙂 😉 😌 😏 🙏 😅 🤭 🎶 🎵 ♪ ☀ 🍀 🤝 😹 ✌ 🫡 🤞 😜 😝 😛 🎁'],
  [-0.7, '😐 😑 🤔 😕 🙁 😬 🙄 😓 💦 😶 🫤 🥲 😪 😴 😥 💤 🤷'],
  [-1.8, '😢 😞 😔 😟 😩 😫 😣 😖 😒 😰 😨 🥺 😭 💔 😿 🤦 🙅 👎 😱 🤕 🤒 ☹ 🥴 ❌'],
  [-2.8, '😠 😡 🤬 😤 💢 🤮 🤢 🖕 💀 👿 🗑 💩'],
]

/** Faces are matched in the text as written: folding takes them apart. */
export const FACES: readonly (readonly [weight: number, pattern: RegExp])[] = [
  [
    1.8,
    /[(（][*＊≧]?[\^＾´][_ー▽ω∀Оo.・-]*[\^＾`｀][*＊≦]?[;；]?[)）]|\(≧[▽∇]≦\)|\(´▽[`｀]\)|\(o\^-?\^o\)|\(\*´ω[`｀]\*\)|ヽ\(.{1,5}\)ノ|\^_\^|\^\^(?![;；])|\(\*'▽'\)|\(๑.{1,4}๑\)/u,
  ],
  [1.6, /(?:^|\s)(?:[:;=8][-'o]?[)\]D}3pP*]|<3+|xD|XD)(?=$|\s|[.,!?])/],
  [
    -1.8,
    /[(（](?:[TＴ][_ー.∀ωдД]?[TＴ]|[;；][_ωд∀△▽;；人]?[;；]?|>_<|´;ω;[`｀]|´・ω・[`｀]|_ _|泣|涙|怒|[#＃].{0,4}|´Д[`｀])[)）]|orz|OTZ|(?:^|\s)T[_.]T|>_<|;_;|ಠ_ಠ/u,
  ],
  [-1.6, /(?:^|\s)(?:[:;=]['-]?[([{/\\|]|:'\(|D:|<\/3)(?=$|\s|[.,!?])/],
]

/** 草, 笑 and w at the end of what is said is laughter; alone it is weak and goes along with the rest. */
export const LAUGHTER =
  /(?<![a-z0-9])[wｗ]{2,}(?![a-z0-9])|(?<=[ぁ-ゖー一-龠!?。、])w(?![a-z0-9])|草(?:生える|生えた|不可避|すぎ)|草(?=$|[\s。!!wｗ、])|大草原/giu
export const LAUGHTER_WEIGHT = 0.6

// A bot on discord.js. It is told nothing about the server that it talks to: whatever it does not
// understand there is a fault of the fake. Prints one JSON object a line; DiscordJsTest reads them.
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
} from 'discord.js';

const { FAKE_API, FAKE_TOKEN, FAKE_GUILD, FAKE_CHANNEL } = process.env;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const say = (event, data = {}) => console.log(JSON.stringify({ event, ...data }));

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: FAKE_API, version: '10' },
});

const commands = [
  new SlashCommandBuilder()
    .setName('fast')
    .setDescription('Answers at once')
    .addStringOption((o) => o.setName('code').setDescription('A code').setRequired(true))
    .addStringOption((o) =>
      o.setName('system').setDescription('A system').setAutocomplete(true))
    .addUserOption((o) => o.setName('who').setDescription('Somebody'))
    .addBooleanOption((o) => o.setName('share').setDescription('For all')),
  new SlashCommandBuilder()
    .setName('slow')
    .setDescription('Answers later')
    .addSubcommand((s) => s.setName('chart').setDescription('Draws')),
  new ContextMenuCommandBuilder().setName('Decode errors').setType(ApplicationCommandType.Message),
].map((command) => command.toJSON());

const embed = () => new EmbedBuilder().setTitle('Errors').setColor(0xe74c3c).setDescription('**3**')
  .addFields({ name: 'Owner', value: 'player', inline: true })
  .setImage('attachment://chart.png');
const chart = () => new AttachmentBuilder(PNG, { name: 'chart.png', description: 'A chart' });
const rows = () => [
  new ActionRowBuilder().addComponents(
    new ButtonBuilder().setCustomId('v1|ack|1').setLabel('Acknowledge')
      .setStyle(ButtonStyle.Primary)),
  new ActionRowBuilder().addComponents(
    new StringSelectMenuBuilder().setCustomId('v1|mute|1').setPlaceholder('Mute')
      .addOptions({ label: 'One hour', value: '1h' })),
];

async function post() {
  const channel = await client.channels.fetch(FAKE_CHANNEL);
  const message = {
    content: 'Digest', embeds: [embed()], files: [chart()], components: rows(),
    nonce: 'n'.repeat(25), enforceNonce: true, allowedMentions: { parse: [] },
  };
  const sent = await channel.send(message);
  const again = await channel.send({ ...message, files: [chart()] });
  const edited = await sent.edit({ content: 'Digest, acknowledged' });
  const history = await channel.messages.fetch({ limit: 10, cache: false });
  const refused = await channel.send({ content: 'x'.repeat(2001) }).catch((error) => error.code);
  const missing = await client.channels.fetch('299999999999999999').catch((error) => error.code);
  say('posted', {
    id: sent.id, again: again.id, edited: edited.content, history: [...history.keys()],
    attachment: sent.attachments.first()?.name, title: sent.embeds[0]?.title, refused, missing,
  });
}

client.once(Events.ClientReady, async (ready) => {
  const registered = await ready.application.commands.set(commands, FAKE_GUILD);
  const listed = await ready.application.commands.fetch({ guildId: FAKE_GUILD });
  say('ready', {
    name: ready.user.username, guild: ready.guilds.cache.get(FAKE_GUILD)?.name,
    registered: registered.size, listed: listed.map((command) => command.name),
  });
});

client.on(Events.InteractionCreate, async (i) => {
  if (i.isAutocomplete()) {
    const focused = i.options.getFocused(true);
    await i.respond([{ name: `${focused.name} ${focused.value}`, value: 'http' }]);
  } else if (i.isMessageContextMenuCommand()) {
    await i.reply({ content: i.targetMessage.content, flags: MessageFlags.Ephemeral });
  } else if (i.isChatInputCommand() && i.commandName === 'fast') {
    const response = await i.reply({
      content: `${i.options.getString('code')} ${i.options.getBoolean('share')} `
        + `${i.options.getUser('who')?.id} ${i.user.username} ${i.locale}`,
      components: rows(), withResponse: true,
    });
    say('answered', { message: response.resource?.message?.id, channel: i.channel?.name });
  } else if (i.isChatInputCommand()) {
    await i.deferReply();
    await i.editReply({ content: i.options.getSubcommand(), embeds: [embed()], files: [chart()] });
    const more = await i.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
    await i.deleteReply();
    say('followed', { id: more.id });
  } else if (i.isButton()) {
    await i.update({ content: `pressed ${i.customId}`, components: [] });
  } else if (i.isStringSelectMenu()) {
    await i.deferUpdate();
    await i.followUp({ content: `chose ${i.values[0]}`, flags: MessageFlags.Ephemeral });
  }
});

client.on(Events.ShardResume, (shard, replayed) => say('resumed', { replayed }));
client.on(Events.Error, (error) => say('error', { message: String(error) }));
client.rest.on('rateLimited', (info) => say('limited', { after: info.retryAfter }));
process.on('unhandledRejection', (error) => say('error', { message: String(error?.stack ?? error) }));
process.stdin.on('data', (line) => {
  if (String(line).includes('post')) {
    post().catch((error) => say('error', { message: String(error?.stack ?? error) }));
  }
});
process.stdin.on('end', async () => {
  await client.destroy();
  process.exit(0);
});

await client.login(FAKE_TOKEN);

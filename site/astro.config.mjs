// The website: pages of src/content/docs/, which prepare/ fills from the notebooks, in the frame that Starlight gives them.
import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';
import { existsSync, readFileSync } from 'node:fs';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { base } from './base.mjs';
import { baseLinks } from './plugins/base-links.mjs';
import { scrollableCode } from './plugins/scrollable-code.mjs';
import { diagrams } from './plugins/diagrams.mjs';
import { displayMath } from './plugins/display-math.mjs';
import { headingIds } from './plugins/heading-ids.mjs';
import { scrollable } from './plugins/scrollable.mjs';

const { notebooks } = JSON.parse(readFileSync(new URL('src/generated/course.json', import.meta.url), 'utf8'));
const pages = new URL('src/content/docs/', import.meta.url);
const folder = (label, directory, collapsed = false) =>
  existsSync(new URL(directory, pages)) ? [{ label, collapsed, autogenerate: { directory } }] : [];
const page = (label, slug) =>
  ['md', 'mdx'].some((ending) => existsSync(new URL(`${slug}.${ending}`, pages))) ? [{ label, slug }] : [];

export default defineConfig({
  site: process.env.SITE_URL, // e.g. https://name.github.io: addresses that must be absolute need it
  base,
  image: { service: passthroughImageService() },
  markdown: {
    smartypants: false,
    remarkPlugins: [remarkMath, displayMath, diagrams, headingIds],
    rehypePlugins: [[rehypeKatex, { strict: false }], scrollable, baseLinks],
  },
  integrations: [
    starlight({
      title: 'holdout',
      description: 'A hands-on course on regularization in neural networks',
      favicon: '/favicon.svg',
      customCss: ['./src/styles/site.css', './src/styles/reference.css'],
      components: { Head: './src/components/Head.astro', Hero: './src/components/Hero.astro' },
      routeMiddleware: './src/route-data.ts',
      credits: false,
      expressiveCode: {
        themes: ['github-dark-high-contrast', 'github-light-high-contrast'],
        frames: { extractFileNameFromCode: false },
        plugins: [scrollableCode()],
        styleOverrides: {
          borderRadius: '0.5rem',
          borderColor: 'var(--line)',
          codeBackground: 'var(--code-paper)',
          codeFontSize: '0.8125rem',
          codeLineHeight: '1.6',
          frames: { shadowColor: 'transparent' },
        },
      },
      sidebar: [
        ...page('Start', 'start'),
        { label: 'Notebooks', items: notebooks.map(({ slug }) => `notebooks/${slug}`) },
        ...folder('Exercises', 'exercises', true),
        ...page('Live figures', 'live'),
        ...folder('API', 'api', true),
        ...page('Glossary', 'glossary'),
        ...page('References', 'references'),
        ...page('How the numbers were made', 'numbers'),
      ],
    }),
  ],
});

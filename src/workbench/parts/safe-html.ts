import DOMPurify from 'dompurify';

const TAGS = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code'],
  ...['em', 'strong', 'del', 'a', 'ul', 'ol', 'li', 'img', 'span', 'input'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
];
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'class', 'align', 'start'];
const BOXES = ['type', 'checked', 'disabled'];

/**
 * HTML with the tags that Markdown makes and nothing else: no ids or names, no styles, images only
 * where they are written out, links only to `http`, `https` and `mailto`. Where the browser has
 * Trusted Types it is one: the page's policy takes no other HTML.
 */
export function safeHtml(html: string) {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: [...ATTRIBUTES, ...BOXES],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp);base64,)/i,
    FORBID_ATTR: ['id', 'name', 'style'],
    RETURN_TRUSTED_TYPE: true,
  });
}

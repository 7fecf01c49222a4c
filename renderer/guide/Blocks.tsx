import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { pictureOf } from './chapters.ts';

const inside = (token: Token): readonly Token[] => ('tokens' in token && token.tokens !== undefined ? token.tokens : []);

function wordsOf(token: Token): ReactNode {
  switch (token.type) {
    case 'strong': return <strong>{inline(inside(token))}</strong>;
    case 'em': return <em>{inline(inside(token))}</em>;
    case 'codespan': return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br': return <br />;
    case 'image': {
      const { href, text } = token as Tokens.Image;
      const place = pictureOf(href);
      return place === undefined ? text : <img src={place} alt={text} loading="lazy" />;
    }
    // A link is read as its words: the guide leads nowhere outside.
    case 'link': return inline(inside(token));
    default: return inside(token).length > 0 ? inline(inside(token)) : 'text' in token ? String(token.text) : token.raw;
  }
}

const inline = (tokens: readonly Token[]): ReactNode => tokens.map((token, at) => <span key={at}>{wordsOf(token)}</span>);

function blockOf(token: Token): ReactNode {
  switch (token.type) {
    case 'space': return null;
    case 'heading': return <h4>{inline(inside(token))}</h4>;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const lines = items.map((item, at) => <li key={at}>{blocks(item.tokens)}</li>);
      return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>;
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return (
        <table className="plain-table">
          <thead><tr>{header.map((cell, at) => <th key={at}>{inline(cell.tokens)}</th>)}</tr></thead>
          <tbody>{rows.map((row, at) => <tr key={at}>{row.map((cell, place) => <td key={place}>{inline(cell.tokens)}</td>)}</tr>)}</tbody>
        </table>
      );
    }
    case 'paragraph': return <p>{inline(inside(token))}</p>;
    default: return inside(token).length > 0 ? inline(inside(token)) : wordsOf(token);
  }
}

/** Parts of the guide as elements of the page. Nothing in it is taken for HTML. */
export const blocks = (tokens: readonly Token[]): ReactNode => tokens.map((token, at) => <div key={at} className="guide-block">{blockOf(token)}</div>);

// Light or dark: the system's choice until the reader makes one, which is kept in this browser.
import { useEffect, useState } from 'preact/hooks';

type Theme = 'light' | 'dark';
const kKey = 'bedplate-theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function kept(): Theme | null {
  try {
    const theme = localStorage.getItem(kKey);
    return theme === 'light' || theme === 'dark' ? theme : null;
  } catch {
    return null; // a browser that keeps nothing
  }
}

const current = (): Theme => kept() ?? (system.matches ? 'dark' : 'light');
const show = (theme: Theme) => (document.documentElement.dataset['theme'] = theme);
show(current());

export function useTheme(): [Theme, () => void] {
  const [theme, set] = useState(current());
  useEffect(() => {
    const follow = () => {
      show(current());
      set(current());
    };
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(kKey, next);
    } catch {
      // it holds for this page alone
    }
    show(next);
    set(next);
  };
  return [theme, toggle];
}

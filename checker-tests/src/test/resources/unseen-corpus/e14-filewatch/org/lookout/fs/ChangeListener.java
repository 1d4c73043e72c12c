package org.lookout.fs;

import java.nio.file.Path;

public interface ChangeListener {
  void changed(Path file);
}

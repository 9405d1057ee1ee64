package io.calllog.persistence.region;

import io.calllog.application.region.port.out.RegionKeys;
import io.calllog.domain.shared.RegionPath;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class RegionKeysInTree implements RegionKeys {

  private final RegionTree tree;

  RegionKeysInTree(RegionTree tree) {
    this.tree = tree;
  }

  @Override
  public int keyOf(RegionPath path) {
    return tree.keyOf(path);
  }

  @Override
  public Optional<RegionPath> pathOf(int key) {
    return tree.pathOf(key);
  }

  @Override
  public long version() {
    return tree.version();
  }
}

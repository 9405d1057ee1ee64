/** What a running system does when a part of it fails: {@code mvn verify -Pfaults}. */
@NullMarked
package io.calllog.faults;

import org.jspecify.annotations.NullMarked;

/** Tests of a running system while a part of it fails: {@code mvn verify -Pfaults}. */
@NullMarked
package io.calllog.faults;

import org.jspecify.annotations.NullMarked;

#!/bin/sh
# Builds the Dockerfile's image where no registry of images is reached: its two base images are made of Debian's
# packages and of npm's package of Node. Wants root, buildah, debootstrap and npm.
#   deploy/container/build-without-registry.sh [NAME]
set -eu
cd "$(dirname "$0")/../.."
name=${1:-localhost/hallway}
node=node-linux-$(case $(uname -m) in x86_64) echo x64 ;; aarch64) echo arm64 ;; *) uname -m ;; esac)@24
export BUILDAH_ISOLATION="${BUILDAH_ISOLATION:-chroot}" STORAGE_DRIVER="${STORAGE_DRIVER:-vfs}"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# What it is built in: a small Debian, Node, npm, and the certificates that this machine trusts.
debootstrap --variant=minbase --include=ca-certificates,libstdc++6 bookworm "$made/build" >/dev/null
cp /etc/ssl/certs/ca-certificates.crt "$made/build/etc/ssl/certs/"
npm install --silent --no-save --prefix "$made/node" "$node"
npm install --silent --global --prefix "$made/build/usr/local" npm@11
cp "$made/node/node_modules/${node%@*}/bin/node" "$made/build/usr/local/bin/"

# What it is run in: the libraries that Node loads, and nothing that could install, compile or be typed at.
mkdir -p "$made/run/nodejs/bin" "$made/run/tmp" "$made/packages" "$made/run/etc/ssl/certs"
(cd "$made/packages" && apt-get download -q libc6 libgcc-s1 libstdc++6 tzdata netbase >/dev/null)
for package in "$made"/packages/*.deb; do dpkg-deb -x "$package" "$made/run"; done
rm -rf "$made/run/usr/share/doc" "$made/run/usr/sbin" "$made/run/sbin" "$made/run/usr/bin"
cp "$made/build/usr/local/bin/node" "$made/run/nodejs/bin/"
cp /etc/ssl/certs/ca-certificates.crt "$made/run/etc/ssl/certs/"
echo 'nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin' >"$made/run/etc/passwd"
echo 'nonroot:x:65532:' >"$made/run/etc/group"
chmod 1777 "$made/run/tmp"

# make_image FOLDER NAME
make_image() {
  container=$(buildah from scratch)
  cp -a "$made/$1/." "$(buildah mount "$container")"
  # Node has certificates of its own.
  buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$container"
  buildah commit --quiet --rm "$container" "$2" >/dev/null
}
make_image build localhost/hallway-build-base
make_image run localhost/hallway-run-base
# Only Docker's own format keeps a health check.
buildah build --format docker --pull-never --tag "$name" \
  --build-arg BUILD_IMAGE=localhost/hallway-build-base --build-arg RUN_IMAGE=localhost/hallway-run-base .
